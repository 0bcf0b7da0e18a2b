import { Input } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';

/** Names and ID numbers never stand in an address: the words travel in the history state of the browser. */
export const SearchBox = () => {
  const [text, setText] = useState('');
  const navigate = useNavigate();
  return (
    <form
      role="search"
      className="search"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') void navigate('/cases', { state: { search: text.trim(), at: Date.now() } });
      }}
    >
      <Input
        id="search"
        aria-label="搜索案件:姓名、案件编号或身份证号"
        placeholder="搜索姓名、案件编号、身份证号(按 / 到这里)"
        value={text}
        allowClear
        onChange={({ target }) => setText(target.value)}
      />
    </form>
  );
};
